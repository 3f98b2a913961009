/**
 * The settings, typed.
 *
 * <p>{@link org.watchword.app.config.WatchwordConfig} is the whole configuration: one record per section, one component per key, its
 * default beside it. {@link org.watchword.app.config.ConfigLoader} reads it from one YAML file and the {@code WATCHWORD_*} variables
 * of the environment. A key or variable nobody knows is an error that names its place and the nearest known one, because a setting
 * that is silently ignored is a setting that is wrong. Secrets come from the environment or from files of their own, never from the
 * YAML file, which people copy into mails and repositories.
 */
@NullMarked
package org.watchword.app.config;

import org.jspecify.annotations.NullMarked;
