internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a server's certificate says for itself today.
struct CertificateJudgement {
    let certificate: SecuredSession.Certificate?
    let way: Way
    let now: Int64

    init(_ certificate: SecuredSession.Certificate?, _ way: Way, now: Int64 = Int64(time(nil))) {
        self.certificate = certificate
        self.way = way
        self.now = now
    }

    private static let day: Int64 = 86_400

    /// Lines about a certificate with which the session stands.
    var seen: [String] { [validity, verification].compactMap(\.self) }

    /// What to do although the session stands; nil when nothing.
    var advice: String? {
        guard let certificate else { return nil }
        if certificate.validUntil < now { return "have the server's certificate renewed: sslmode=verify-full refuses it" }
        if certificate.validUntil < now + 14 * Self.day { return "have the server's certificate renewed in time" }
        return nil
    }

    private var validity: String? {
        guard let certificate else { return nil }
        let days = abs(certificate.validUntil - now) / Self.day
        let name = Self.short(certificate.subject)
        if certificate.validUntil < now { return "certificate of \(name) expired on \(calendarDay(certificate.validUntil)), \(days) d ago" }
        return "certificate of \(name), until \(calendarDay(certificate.validUntil)) (\(days) d)"
    }

    private var verification: String {
        switch way.sslMode {
        case "verify-full": return "identity verified: signed by a known authority, for this name"
        case "verify-ca": return "signed by a known authority; the name is not compared"
        case "require" where hasRoot: return "signed by an authority of \(rootPath); the name is not compared"
        case let mode: return "identity not verified (sslmode=\(mode))"
        }
    }

    private var rootPath: String { way.effective["sslrootcert"] ?? "~/.postgresql/root.crt" }

    private var hasRoot: Bool {
        if let path = way.effective["sslrootcert"] { return access(path, R_OK) == 0 }
        guard let home = getenv("HOME") else { return false }
        return access(String(cString: home) + "/.postgresql/root.crt", R_OK) == 0
    }

    /// Why a session could not be had: libpq says no more than "certificate verify failed".
    func reason(of error: PostgresError, at candidate: Candidate) -> (seen: [String], advice: String) {
        let words = [error.message] + [error.hint].compactMap(\.self)
        let without = "sslmode=require encrypts meanwhile without checking"
        if error.message.contains("root certificate") {
            return (words, "get the authority's certificate from the administrator and name it with sslrootcert=FILE; \(without)")
        }
        guard let certificate else { return (words, "ask the administrator which TLS versions the server takes, and what its log says") }
        let name = Self.short(certificate.subject)
        if certificate.validUntil < now {
            return (words + [validity ?? ""], "have the server's certificate renewed; \(without)")
        }
        if certificate.validFrom > now {
            return (
                words + ["certificate of \(name) is valid from \(calendarDay(certificate.validFrom)) on"],
                "check this machine's clock: it says \(calendarDay(now))"
            )
        }
        if error.message.contains("does not match") {
            return (
                words, "connect by a name that the certificate (\(name)) has, and give the address with hostaddr=\(candidate.address ?? "")"
            )
        }
        if error.message.contains("certificate verify failed") {
            return (
                words + ["certificate of \(name), signed by \(Self.short(certificate.issuer))"],
                "\(rootPath) does not hold the authority that signed it: get that from the administrator; \(without)"
            )
        }
        return (words, error.hint ?? "ask the administrator what the server's log says; sslcert and sslkey may be missing")
    }

    /// `/CN=db.example.org` is `db.example.org`.
    private static func short(_ name: String) -> String {
        name.hasPrefix("/CN=") && !name.dropFirst(4).contains("/") ? String(name.dropFirst(4)) : String(name.drop { $0 == "/" })
    }
}

/// `2027-01-31`, in UTC.
func calendarDay(_ secondsSince1970: Int64) -> String {
    var seconds = time_t(secondsSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
}
