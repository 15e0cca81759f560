/**
 * Who may do what at a broker that asks for passwords: a table ({@link org.xinju.broker.access.AccessTable}) and the command that makes the
 * broker so ({@link org.xinju.broker.access.AccessMain}).
 */
@NullMarked
package org.xinju.broker.access;

import org.jspecify.annotations.NullMarked;
