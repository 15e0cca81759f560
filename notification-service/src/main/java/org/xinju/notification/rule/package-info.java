/**
 * Which event leads to which letter. Rules are data ({@code rules.json}) and checked at start; a rule reads nothing but the event, so every order of
 * events ends the same, and it ignores snapshots and events from before it was activated.
 */
@NullMarked
package org.xinju.notification.rule;

import org.jspecify.annotations.NullMarked;
