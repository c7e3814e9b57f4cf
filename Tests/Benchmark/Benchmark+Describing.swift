import DemoCluster
import Foundation
import TestSupport

extension Benchmark {
    /// A table with something of everything that `\d+` asks for; the description's last fact is a default.
    private static let film = """
        CREATE TABLE language (id integer PRIMARY KEY);
        CREATE TABLE film (
            id serial PRIMARY KEY, title text NOT NULL, language integer REFERENCES language,
            length integer CHECK (length > 0), note text DEFAULT 'the last fact');
        CREATE TABLE stock (film integer REFERENCES film);
        CREATE INDEX ON film (lower(title));
        CREATE STATISTICS film_statistics ON title, length FROM film;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE TRIGGER touched BEFORE UPDATE ON film FOR EACH ROW EXECUTE FUNCTION touch();
        """

    /// From the key to the last fact on a link of 100 ms round trip, beside psql's `\d+` in a live session on the same link.
    func measureDescribing() throws {
        try cluster.runSQL("CREATE DATABASE films")
        try cluster.runSQL(Self.film, database: "films")
        let link = try link()
        link.delay(milliseconds: 50)
        var keys: [Duration] = []
        for _ in 0..<10 {
            let terminal = try open(through: link, database: "films")
            try terminal.time(of: "stock")
            terminal.rest(.seconds(2))
            // To the tree, onto the table, and enter before the cursor has rested on it.
            terminal.type("\t")
            terminal.rest(.milliseconds(100))
            let pressed = ContinuousClock.now
            terminal.type("jj\r")
            keys.append(try terminal.time(of: "the last fact", since: pressed))
        }
        report("enter to last fact, round trip 100 ms", keys)

        var environment = ChildProcess.inheritedEnvironment()
        environment["PGPASSWORD"] = "bench"
        let psql = try PseudoTerminal(
            [
                cluster.programs.path("psql"), "-X", "-P", "pager=off", "-h", link.host, "-p", "\(link.port)", "-U", "bench", "-d", "films",
            ], environment: environment)
        try psql.time(of: "films=")
        var commands: [Duration] = []
        for _ in 0..<5 {
            psql.rest(.milliseconds(500))
            let pressed = ContinuousClock.now
            psql.type("\\d+ film\n")
            commands.append(try psql.time(of: "Access method", since: pressed))
        }
        report("  psql's \\d+ in a live session on the same link", commands)
    }
}
