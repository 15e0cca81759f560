package org.xinju.web;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

import org.xinju.privacy.access.AccessNotRecordedException;

/** Every error of a service leaves as a problem detail; none leaves as a stack trace. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    static final String RETRY_AFTER_SECONDS = "2";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedException e) {
        return answer(problems.of(e.rejections()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleException e) {
        var problem = problems.of(HttpStatus.PRECONDITION_FAILED, "stale");
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .eTag(Answers.etag(e.currentSequence())).body(problem);
    }

    /** The store or the broker is away or its answer was lost: whether the command holds is not known, the same key tells. */
    @ExceptionHandler({MongoException.class, DataAccessResourceFailureException.class, AccessNotRecordedException.class, KafkaException.class})
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        log.warn("store or broker not available: {}", e.toString());
        return later(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(BusyException e) {
        return later(problems.busy());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e) {
        return answer(problems.invalid(java.util.List.of(
                new Problems.FieldError(e.getName(), "type", problems.word("field.type")))));
    }

    /** A form that says it has parts, and has none. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException e) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        log.error("unexpected failure", e);
        return answer(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var errors = e.getBindingResult().getFieldErrors().stream()
                .map(f -> new Problems.FieldError(f.getField(), String.valueOf(f.getCode()), String.valueOf(f.getDefaultMessage()))).toList();
        return untyped(problems.invalid(errors));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof DatabindException mapping && !mapping.getPath().isEmpty()) {
            var path = String.join(".", mapping.getPath().stream()
                    .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName()).toList());
            return untyped(problems.invalid(java.util.List.of(new Problems.FieldError(path, "type", problems.word("field.type")))));
        }
        return untyped(problems.of(HttpStatus.BAD_REQUEST, "unreadable"));
    }

    /** All that Spring itself refuses: unknown path, method, media type, missing parameter, too large. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var problem = problems.of(HttpStatus.valueOf(status.value()), Problems.code(status));
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ResponseEntity<Object> untyped(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
