/** What the desk knows of the rules: {@link org.watchword.desk.rule.RuleCard} is one explained, {@link org.watchword.desk.rule.RuleSource} has them all. */
@NullMarked
package org.watchword.desk.rule;

import org.jspecify.annotations.NullMarked;
