package org.xinju.grid;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import org.xinju.testing.Backends;
import org.xinju.testing.contract.KeepsContracts;

/** A whole grid-service for tests that are not run by Spring. */
@SpringBootApplication
@Import({Backends.class, KeepsContracts.Listening.class, Grid.Environment.class, GridService.class})
public class RunningGrid {}
