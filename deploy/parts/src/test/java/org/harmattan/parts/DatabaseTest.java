package org.harmattan.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseTest {
    @TempDir
    Path data;

    @Test
    void keepsWhatWasCommittedThroughAKillOfTheServer() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            Database killed = Database.start(directory, 0);
            String url = killed.create("kept");
            run(killed, url, "CREATE TABLE place (name text); INSERT INTO place VALUES ('Ménaka')");
            killed.process().destroyForcibly();
            killed.process().onExit().get();

            try (Database database = Database.start(directory, 0)) {
                assertThat(query(database, database.create("kept"), "SELECT upper(name) FROM place"))
                        .isEqualTo("MÉNAKA");
                assertThat(query(database, database.jdbcUrl("kept"), "SHOW synchronous_commit"))
                        .isEqualTo("on");
                assertThat(query(database, database.jdbcUrl("kept"), "SHOW fsync"))
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void startsOverWhatAKilledRunLeftBehindEvenIfItsProcessNumberIsSomebodyElsesNow() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            Database.start(directory, 0).close();
            Path mark = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
            long somebodyElse = ProcessHandle.current().pid();
            Files.writeString(mark, somebodyElse + "\n" + mark.getParent() + "\n1700000000\n5433\n\n127.0.0.1\n");

            try (Database database = Database.start(directory, 0)) {
                assertThat(query(database, database.create("fresh"), "SELECT 'up'"))
                        .isEqualTo("up");
            }
            assertThat(ProcessHandle.of(somebodyElse)).isPresent();
        }
    }

    @Test
    void refusesANameThatIsNotAPlainIdentifierAndAWrongPassword() {
        try (DataDirectory directory = DataDirectory.open(data);
                Database database = Database.start(directory, 0)) {
            assertThatThrownBy(() -> database.create("x; DROP DATABASE postgres"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lower-case");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.jdbcUrl("postgres"), Database.USER, "guessed"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void run(Database database, String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
