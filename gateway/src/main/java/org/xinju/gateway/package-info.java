/**
 * The gateway: the only door from outside. It knows who calls and how often, and which service answers which path; it knows nothing of the
 * domain. Services are data ({@link org.xinju.gateway.GatewayProperties}): a new one is one entry in {@code application.yaml}.
 */
@NullMarked
package org.xinju.gateway;

import org.jspecify.annotations.NullMarked;
