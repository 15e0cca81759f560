package org.xinju.grid;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import org.xinju.testing.Backends;

/** A whole grid-service for tests that are not run by Spring. */
@SpringBootApplication
@Import({Backends.class, Grid.Environment.class, GridService.class})
public class RunningGrid {}
