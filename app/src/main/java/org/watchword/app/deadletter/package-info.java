/**
 * Inputs that a stage could not process: {@link org.watchword.app.deadletter.DeadLetters} looks at them where they are kept, and
 * {@link org.watchword.app.deadletter.Redrive} sends one back to the stage that refused it, once the cause is mended.
 */
@NullMarked
package org.watchword.app.deadletter;

import org.jspecify.annotations.NullMarked;
