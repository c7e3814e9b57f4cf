extension ConfigFile {
    /// `[[servers]]`: the fleet, each with a service or a connection string, and a name if wanted.
    mutating func readServers(_ tables: [[String: TOMLDocument.Item]], _ document: TOMLDocument) {
        servers = []
        for (index, table) in tables.enumerated() {
            let path = ["servers", String(index)]
            var server = ListedServer(path: self.path, line: document.position(path)?.line ?? 1, number: index + 1)
            for (key, item) in table.sorted(by: { $0.key < $1.key }) {
                switch (key, item) {
                case ("name", .string(let text)) where !text.isEmpty: server.name = text
                case ("service", .string(let text)) where !text.isEmpty: server.service = text
                case ("connection", .string(let text)) where !text.isEmpty: server.connection = text
                case ("name", _), ("service", _), ("connection", _): server.objection = "\(key) takes a text in quotes"
                case ("password", _): refusePassword(document, path + [key])
                default: warn(document, path + [key], "unknown entry \(key)", "known are name, service and connection")
                }
            }
            if server.objection == nil, (server.service == nil) == (server.connection == nil) {
                server.objection = server.service == nil ? "it has neither service nor connection" : "it has both service and connection"
            }
            servers.append(server)
        }
    }
}
