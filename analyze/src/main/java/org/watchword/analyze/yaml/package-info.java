/**
 * YAML with places: every value knows its file, line and column, so that an error in a rule or a lexicon is found at once.
 *
 * <p>{@link org.watchword.analyze.yaml.YamlNode#read} opens a file; a node answers what it is asked for or throws a {@link
 * org.watchword.model.ConfigException} that names the place and what was expected.
 */
@NullMarked
package org.watchword.analyze.yaml;

import org.jspecify.annotations.NullMarked;
