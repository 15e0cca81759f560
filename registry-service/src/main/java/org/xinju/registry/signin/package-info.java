/**
 * How a sign-in becomes a person's own: who knows a registered ID number and holds the registered mobile phone gets a one-time code by SMS
 * and types it in.
 *
 * <pre>
 * asked ──► OPEN ──right code──► CONFIRMED ──► binding
 *            ├──five wrong codes, another code asked for──► VOID
 *            └──ten minutes──► (expired)
 * </pre>
 *
 * The answer to asking is the same whether or not number and phone belong to anybody here, so nobody learns who is registered. At most five
 * codes a day go to one person, one a minute: the limits live in the one document of that person. The code travels sealed to
 * notification-service; here stays a keyed hash.
 */
@NullMarked
package org.xinju.registry.signin;

import org.jspecify.annotations.NullMarked;
