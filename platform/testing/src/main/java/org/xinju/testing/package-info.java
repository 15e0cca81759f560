/**
 * What tests share: backends ({@link org.xinju.testing.Backends}), a clock that tests move, an issuer of tokens and a recorder of what
 * was published. Test scope only; nothing here is in a production jar.
 */
@NullMarked
package org.xinju.testing;

import org.jspecify.annotations.NullMarked;
