/**
 * The areas as registry-service publishes them: what they are called and what lies in what. Addresses are resolved there; a client asks
 * {@code GET /api/registry/areas/resolutions} and hands the id of the area on to this service.
 */
@NullMarked
package org.xinju.grid.area;

import org.jspecify.annotations.NullMarked;
