/**
 * What every service says and hears over HTTP in the same way: who calls ({@link org.xinju.web.Caller}), what may be repeated
 * ({@link org.xinju.web.Command}), how a refusal reads ({@link org.xinju.web.RejectedException}), how lists page
 * ({@link org.xinju.web.Page}). A controller looks like this:
 *
 * <pre>{@code
 * @PostMapping("/{id}/departures")
 * ResponseEntity<ResidentView> depart(Caller caller, Command command, @PathVariable String id, @RequestBody Departure request) {
 *     var outcome = residents.change(id, command.cause(request, 200), loaded -> ...);
 *     return Answers.of(outcome, ResidentView::of);
 * }
 * }</pre>
 */
@NullMarked
package org.xinju.web;

import org.jspecify.annotations.NullMarked;
