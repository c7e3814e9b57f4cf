import DemoCluster
import TestSupport

/// A small database of a shop, and a role that may read it: what the dashboard is pointed at.
struct Shop {
    let cluster: ThrowawayCluster
    let database: String
    let role: String
    static let password = "Geheim-7%41"

    /// On the server that all tests share, unless a server of the test's own is given.
    init(on own: ThrowawayCluster? = nil) throws {
        cluster = try own ?? TestServer.shared()
        role = try cluster.createRole("reader", password: Self.password)
        database = try cluster.createDatabase("shop", running: Self.sql + "GRANT SELECT ON ALL TABLES IN SCHEMA public TO \(role);")
    }

    /// DB_* of a `.env` file that leads there, over another way where a link is given.
    func settings(through link: BadLink? = nil, password: String = Shop.password) -> [String: String] {
        [
            "DB_HOST": link?.host ?? cluster.host, "DB_PORT": "\(link?.port ?? cluster.port)", "DB_USER": role, "DB_PASSWORD": password,
            "DB_NAME": database,
        ]
    }

    /// The same as a URI, password and all.
    func uri(through link: BadLink? = nil) -> String {
        let password = Self.password.replacing("%", with: "%25")
        return "postgresql://\(role):\(password)@\(link?.host ?? cluster.host):\(link?.port ?? cluster.port)/\(database)"
    }

    /// Ends the role's sessions as an administrator would. Returns how many there were.
    func terminateSessions() throws -> Int {
        let sql = "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '\(role)'"
        return try Int(cluster.runSQL(sql)) ?? 0
    }

    private static let sql = """
        CREATE TABLE customers (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
        CREATE TABLE orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            customer integer NOT NULL REFERENCES customers,
            placed timestamp with time zone NOT NULL DEFAULT now(),
            total numeric(10, 2) CHECK (total >= 0)
        );
        CREATE INDEX orders_placed ON orders (placed);
        CREATE TABLE "Pedidos \u{1b}[31m 2024" (id integer);
        CREATE TABLE 注文 (id integer);
        CREATE VIEW open_orders AS SELECT id FROM orders WHERE total IS NULL;
        COMMENT ON TABLE orders IS 'What was ordered';
        COMMENT ON COLUMN orders.total IS 'in euros';
        INSERT INTO customers (name) SELECT 'customer ' || n FROM generate_series(1, 50) AS n;
        INSERT INTO orders (customer, total) SELECT 1 + n % 50, n FROM generate_series(1, 500) AS n;
        ANALYZE;

        """
}
