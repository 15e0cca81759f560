/**
 * Reaching people. One package per feature, in the order in which a message comes about:
 *
 * <ol>
 *   <li>{@code rule}: which event leads to which letter, to whom, by which channels; this is data
 *   <li>{@code template}: the words, in two languages, with versions
 *   <li>{@code message}: a letter to one recipient by one channel, from queued to delivered
 *   <li>{@code sending}: hands queued messages to the providers
 *   <li>{@code recipient}: who can be reached how, asked when a message is sent and not before
 *   <li>{@code inbox}: where people read and are told at once
 *   <li>{@code dispatch}: what became of it all, for staff
 * </ol>
 *
 * <p>The listener only writes down that a message is to be sent: it reads nothing but the event, so every order of events ends the same.
 */
@NullMarked
package org.xinju.notification;

import org.jspecify.annotations.NullMarked;
