package org.xinju.grid.cases;

import java.time.Clock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.grid.photo.Photos;

/** Throws away the photos that no case has named in time. A case can name one only while it is younger than {@link Photos#WAITS}. */
@Component
class UnusedPhotos {

    private static final int AT_ONCE = 200;

    private final Photos photos;
    private final Cases cases;
    private final Clock clock;

    UnusedPhotos(Photos photos, Cases cases, Clock clock) {
        this.photos = photos;
        this.cases = cases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xinju.grid.photos-every:1h}")
    void throwAway() {
        var before = clock.instant().minus(Photos.WAITS).minus(Photos.WAITS);
        for (var old = photos.sentBefore(before, AT_ONCE); !old.isEmpty(); old = photos.sentBefore(before, AT_ONCE)) {
            for (var id : old) {
                if (cases.byPhoto(id).isPresent()) {
                    photos.taken(id);
                } else {
                    photos.throwAway(id);
                }
            }
        }
        photos.throwAwayLeftovers();
    }
}
