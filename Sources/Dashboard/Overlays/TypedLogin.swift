internal import PostgresClient

extension ConnectionParameters {
    /// These settings as a person typed them over others, without what belonged to another server: nothing that a service or an address
    /// adds goes along to another host, and a password at hand only to the server, and for the role, that it was written for.
    /// - Parameter known: logins whose password is at hand.
    func typed(over base: ConnectionParameters, password: Secret? = nil, known: [ConnectionParameters]) -> ConnectionParameters {
        var settled = self
        if host != base.host {
            settled["hostaddr"] = nil
            settled["service"] = nil
        }
        settled.password =
            password
            ?? known.first { known in
                known.password != nil && known.host == host && known.port == port && known.user == user
            }?.password
        return settled
    }
}
