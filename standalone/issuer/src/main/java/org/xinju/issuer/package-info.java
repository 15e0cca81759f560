/**
 * The development issuer: an OAuth 2.0 authorization server that knows one persona per role, so that everything can be tried without a
 * real identity provider. A persona is a registered client ({@link org.xinju.issuer.Personas}); its token comes by the client credentials
 * grant with the secret that the first start writes to {@code client-secret} in the data folder. The key that signs lives beside it, so
 * tokens outlive a restart. It starts under the profile {@code development} only and listens on this machine only.
 */
@NullMarked
package org.xinju.issuer;

import org.jspecify.annotations.NullMarked;
