/**
 * The words of messages. A template has a text per channel and language; every change is a new version, and a message keeps the version it was
 * made with. Which variables a text may use follows from the events it is for ({@link org.xinju.notification.template.Offer}); whatever it
 * could not fill in later is refused when it is saved.
 *
 * <p>Texts are Mustache in the form of jmustache: it has no code in templates, is strict about variables and lets its syntax tree be walked, so
 * that a text can be checked before it is used; it is one jar without dependencies.
 */
@NullMarked
package org.xinju.notification.template;

import org.jspecify.annotations.NullMarked;
