/** Which days are working days; the notices of the State Council are data ({@code calendars/working-days.txt}). Pure: nothing here reads a clock. */
@NullMarked
package org.xinju.calendar;

import org.jspecify.annotations.NullMarked;
