/** What holds for every call, topic and file, looked at by machines over what there is: a new one is covered on the day it is written. */
@org.jspecify.annotations.NullMarked
package org.xinju.acceptance.guard;
