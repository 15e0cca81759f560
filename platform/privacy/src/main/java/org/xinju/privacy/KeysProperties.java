package org.xinju.privacy;

import java.nio.file.Path;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that a service is given.
 *
 * @param directory folder with the keyset files; needed as soon as one of the lists is not empty
 * @param sealing field classes that this service seals or opens, for example {@code name, phone}
 * @param index purposes for which this service looks people up, for example {@code id-number}
 */
@ConfigurationProperties("xinju.keys")
public record KeysProperties(@Nullable Path directory, @DefaultValue Set<FieldClass> sealing, @DefaultValue Set<IndexPurpose> index) {}
