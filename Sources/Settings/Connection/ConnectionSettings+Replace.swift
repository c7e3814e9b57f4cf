public import PostgresClient

extension ConnectionSettings {
    /// Takes what was typed in the dashboard in place of all that was set before, the password with it.
    public mutating func replace(with typed: ConnectionParameters) {
        parameters = typed
        origins = Dictionary(uniqueKeysWithValues: typed.values.keys.map { ($0, SettingOrigin.dashboard) })
        if typed.password != nil { origins["password"] = .dashboard }
        isEmpty = false
    }

    /// Takes the password that was asked for.
    public mutating func use(password: Secret) {
        parameters.password = password
        origins["password"] = .dashboard
    }

    /// Takes another database of the same server, chosen in the dashboard.
    public mutating func use(database: String) {
        parameters = parameters.entering(database: database)
        origins["dbname"] = .dashboard
    }
}
