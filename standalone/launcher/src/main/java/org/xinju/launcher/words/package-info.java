/**
 * What the launcher says, in Chinese and in English: {@link org.xinju.launcher.words.Words} finds a sentence,
 * {@link org.xinju.launcher.words.Refusal} is a sentence that ends the command.
 */
@NullMarked
package org.xinju.launcher.words;

import org.jspecify.annotations.NullMarked;
