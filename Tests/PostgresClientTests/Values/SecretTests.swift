import PostgresClient
import Testing

@Suite struct SecretTests {
    @Test("no way of printing parameters shows their passwords")
    func printing() {
        let parameters = ConnectionParameters(["host": "db", "password": "geheim1", "sslpassword": "geheim2"])
        #expect(parameters.password?.reveal() == "geheim1")
        var dumped = ""
        dump(parameters, to: &dumped)
        for text in ["\(parameters)", String(reflecting: parameters), dumped, "\(parameters.password!)", "\(parameters.values)"] {
            #expect(!text.contains("geheim"))
        }
    }
}
