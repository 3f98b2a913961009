/**
 * Rules over annotated text: what is said of a group, and what takes it back.
 *
 * <p>{@link org.watchword.analyze.rule.Flagger} is the port the line asks; {@link org.watchword.analyze.rule.RuleEngine} implements it
 * with {@link org.watchword.analyze.rule.RulePacks} read from YAML. A rule is tried on a sentence only when the {@link
 * org.watchword.analyze.rule.Presearcher} finds a word it cannot do without; what it matches passes the guards; flags of one category
 * on the same words become one. A rule whose words leave the group unnamed finds it by {@link org.watchword.analyze.rule.NearbyGroup}. {@link org.watchword.analyze.rule.RuleCheck} runs every rule's own examples, and {@link
 * org.watchword.analyze.rule.RuleEngine#explain} tells why a text was or was not flagged.
 *
 * <p>In a running line {@link org.watchword.analyze.rule.LiveRules} holds the rules in use; {@link
 * org.watchword.analyze.rule.RuleWatcher} sees files change and {@link org.watchword.analyze.rule.RuleReload} takes them up if they are sound.
 */
@NullMarked
package org.watchword.analyze.rule;

import org.jspecify.annotations.NullMarked;
