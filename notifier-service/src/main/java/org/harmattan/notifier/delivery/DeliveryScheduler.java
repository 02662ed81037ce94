package org.harmattan.notifier.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Lets db-scheduler run the attempts: a task holds a delivery's id and no more, and is written in the transaction of what
 * it is for. A task whose process was killed is taken up by the next heartbeat check, some ten seconds later.
 */
@Context
public final class DeliveryScheduler {

    private static final String TASK = "deliver";
    private static final int ATTEMPTS_AT_ONCE = 6;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration AFTER_LASTING_TROUBLE = Duration.ofSeconds(60);
    private static final double TROUBLE_GROWS = 1.5;

    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ScheduledExecutorService alarm;

    DeliveryScheduler(DataSource dataSource, Deliverer deliverer, Clock clock) {
        this.clock = clock;
        this.task = task(deliverer);
        this.alarm = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "delivery-alarm");
            thread.setDaemon(true);
            return thread;
        });
        this.scheduler = Scheduler.create(dataSource, task)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed("notifier-" + UUID.randomUUID()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(ATTEMPTS_AT_ONCE)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WITHIN)
                .failureLogging(LogLevel.WARN, false)
                .enableImmediateExecution()
                .build();
    }

    /** An attempt that fails is no failure of the task; a database or a registry that does not answer is. */
    private static CustomTask<Void> task(Deliverer deliverer) {
        return Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete,
                        complete.getTimeDone().plus(afterTrouble(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    Optional<Instant> next = deliverer.attempt(UUID.fromString(instance.getId()));
                    return next.<CompletionHandler<Void>>map(
                                    at -> (complete, operations) -> operations.reschedule(complete, at))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static Duration afterTrouble(int failuresBefore) {
        double millis = (double) AFTER_TROUBLE.toMillis() * Math.pow(TROUBLE_GROWS, failuresBefore);
        return Duration.ofMillis((long) Math.min(millis, (double) AFTER_LASTING_TROUBLE.toMillis()));
    }

    @PostConstruct
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        alarm.shutdownNow();
        scheduler.stop();
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    /** Sets the time of a new delivery's first attempt. */
    void set(Connection connection, UUID delivery, Instant at) {
        if (!client(connection).scheduleIfNotExists(task.instance(delivery.toString()), at)) {
            throw new IllegalStateException("delivery " + delivery + " has a time already");
        }
    }

    /** Moves the time of a delivery. */
    void move(Connection connection, UUID delivery, Instant at) {
        try {
            client(connection).reschedule(id(delivery), at);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // it has been picked and waits for the delivery's row, which this transaction holds: it is due anyway
            return;
        }
    }

    /** Takes a delivery's time away. */
    void cancel(Connection connection, UUID delivery) {
        try {
            client(connection).cancel(id(delivery));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            // gone, or picked: it will find a delivery that is over, and end
            return;
        }
    }

    /** To be called after the commit: the poll's second is not waited for. */
    public void wakeAt(Instant due) {
        long millis = Math.max(0, Duration.between(clock.instant(), due).toMillis());
        if (!alarm.isShutdown() && millis < TimeUnit.MINUTES.toMillis(2)) {
            var unused = alarm.schedule(scheduler::triggerCheckForDueExecutions, millis, TimeUnit.MILLISECONDS);
        }
    }

    private SchedulerClient client(Connection connection) {
        return SchedulerClient.Builder.create(new OneConnection(connection), task)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    private static TaskInstanceId id(UUID delivery) {
        return TaskInstanceId.of(TASK, delivery.toString());
    }
}
