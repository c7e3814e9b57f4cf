/// The variables of `.env` and of the process environment that say where the database is.
enum DatabaseVariable: String, CaseIterable, Sendable {
    case user = "DB_USER"
    case password = "DB_PASSWORD"
    case host = "DB_HOST"
    case port = "DB_PORT"
    case name = "DB_NAME"
    case sslMode = "DB_SSLMODE"

    /// libpq's word for it.
    var keyword: String {
        switch self {
        case .user: "user"
        case .password: "password"
        case .host: "host"
        case .port: "port"
        case .name: "dbname"
        case .sslMode: "sslmode"
        }
    }
}
