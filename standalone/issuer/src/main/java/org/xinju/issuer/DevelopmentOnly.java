package org.xinju.issuer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Anybody who reads the secret may become anybody here: such an issuer must not start where real people are registered. */
final class DevelopmentOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("development"))) {
            throw new UnfitException("This issuer hands a token for any persona to whoever holds one secret.",
                    "Use a real OpenID provider; for development set SPRING_PROFILES_ACTIVE=development.");
        }
    }
}
