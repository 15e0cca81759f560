package org.xinju.privacy;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Gives a service the keys that {@link KeysProperties} names. Missing keysets are made only in the profile {@code development}. */
@AutoConfiguration
@EnableConfigurationProperties(KeysProperties.class)
class PrivacyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeyFolder keyFolder(KeysProperties keys, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        return development ? KeyFolder.making(keys.directory()) : KeyFolder.given(keys.directory());
    }

    @Bean
    Sealing sealing(KeyFolder folder, KeysProperties keys) {
        return folder.sealing(keys.sealing());
    }

    @Bean
    BlindIndex blindIndex(KeyFolder folder, KeysProperties keys) {
        return folder.blindIndex(keys.index());
    }
}
