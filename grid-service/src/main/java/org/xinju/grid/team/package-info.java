/**
 * Who looks after a grid (domain.md 0 and 4.1, product G1): one leader, two to four assistants and one for every 500 residents, family
 * services, five to ten volunteers, and others by role; the roles are data ({@code teams/roles.json}). A team is checked and its gaps are
 * shown; nobody is refused because of them. The names and duty phones of a team are public by law, so they are kept in plain; on the topic
 * stand only numbers.
 */
@NullMarked
package org.xinju.grid.team;

import org.jspecify.annotations.NullMarked;
