/**
 * What a running system consists of. {@link org.xinju.launcher.component.Components} is the table: one entry for each process. Where
 * things lie and listen says {@link org.xinju.launcher.component.Settings}; which MongoDB is used,
 * {@link org.xinju.launcher.component.Store}.
 */
@NullMarked
package org.xinju.launcher.component;

import org.jspecify.annotations.NullMarked;
