package org.xinju.grid.cases;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.xinju.events.Ids;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.grid.photo.Photos;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;

/** Takes in photos, and shows them to those who see their case. */
@RestController
@RequestMapping("/api/grid/photos")
class PhotoController {

    static final Rule KEY_REUSED = Rule.invalid("idempotency-key-reused", "architecture.md: another request under the same key is refused");
    static final Rule UNKNOWN = Rule.unknown("photo-not-there", "product G2");

    private final Photos photos;
    private final Cases cases;
    private final CaseAccess access;
    private final CaseViews views;
    private final Reporters reporters;
    private final Clock clock;

    PhotoController(Photos photos, Cases cases, CaseAccess access, CaseViews views, Reporters reporters, Clock clock) {
        this.photos = photos;
        this.cases = cases;
        this.access = access;
        this.views = views;
        this.reporters = reporters;
        this.clock = clock;
    }

    /** @param id to name it by in a report or a step, within a day */
    record Received(String id, int width, int height) {}

    /** A JPEG or PNG of at most 10 MB; what is hidden in it does not stay. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Received> receive(Caller caller, Command command, @RequestPart("file") MultipartFile file) throws IOException {
        if (!reporters.mayReport(caller)) {
            throw RejectedException.of(CaseRules.REPORTER_ROLE);
        }
        var content = file.getBytes();
        // through a keyed hash: the id cannot be guessed and does not tell who sent it
        var id = Ids.derive("photo", command.fingerprint(List.of("photo", command.key()))).toString();
        return switch (photos.receive(id, content, command.fingerprint(sha256(content)), clock.instant())) {
            case Photos.Receipt.Refused(var rule) -> throw new RejectedException(List.of(Rejection.of(rule).at("file")));
            case Photos.Receipt.Other _ -> throw RejectedException.of(KEY_REUSED);
            case Photos.Receipt.Kept(var width, var height, _) -> ResponseEntity.status(201).body(new Received(id, width, height));
        };
    }

    /** Only once a case has named it, and only to those who see that case. */
    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.IMAGE_JPEG_VALUE))
    ResponseEntity<byte[]> read(Caller caller, @PathVariable String id,
            @RequestHeader(name = CaseController.CODE, required = false) @Nullable String code) {
        var stored = cases.byPhoto(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
        var standing = access.standing(caller, stored.id(), stored.state(), code);
        if (standing.none()) {
            throw RejectedException.of(UNKNOWN);
        }
        views.lookAtPhoto(stored, standing);
        var jpeg = photos.open(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(CacheControl.noStore()).body(jpeg);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
