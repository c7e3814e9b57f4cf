internal import PostgresClient

/// What tells one server from another: a password goes only to the one it was written for.
struct ServerName: Equatable {
    /// Absent in the name of libpq's own default, a local socket.
    var host: String?
    var address: String?
    var service: String?
    var port = "5432"

    init(host: String? = nil, port: String? = nil) {
        self.host = host
        self.port = port ?? "5432"
    }

    /// The server that libpq's own variables name where these parameters are silent.
    init(_ parameters: ConnectionParameters, _ variables: LibPQVariables) {
        host = parameters.host ?? variables["PGHOST"]
        address = parameters["hostaddr"] ?? variables["PGHOSTADDR"]
        service = parameters.service ?? variables["PGSERVICE"]
        port = parameters.port ?? variables["PGPORT"] ?? "5432"
    }

    /// For a message.
    var shown: String {
        if let service { return "service \(service)" }
        return (host ?? address ?? "the local server") + " port \(port)"
    }
}
