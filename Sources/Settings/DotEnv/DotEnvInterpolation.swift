/// `${NAME}` and `${NAME:-default}` in values, in every kind of quotes.
///
/// As load_dotenv(override=False) looks names up: the process environment first, then the values above in the same file. The default
/// stands for a name that neither has; an empty value is a value, and a name without `=` reads as empty.
struct DotEnvInterpolation {
    private var values: [[UInt8]: String?]

    init(environment: [String: String]) {
        self.environment = Dictionary(environment.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
        values = [:]
    }

    /// Keyed by bytes: Python tells names apart that Unicode calls canonically equivalent.
    private let environment: [[UInt8]: String]

    /// The value with its variables put in; it is known to the values that follow.
    mutating func resolve(_ key: String, _ value: String?) -> String? {
        let result = value.map(expand)
        values[Array(key.utf8)] = .some(result)
        return result
    }

    private func expand(_ value: String) -> String {
        let scalars = Array(value.unicodeScalars)
        guard let last = scalars.lastIndex(of: "}") else { return value }
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if index < last, let (variable, end) = variable(in: scalars, at: index) {
                result.append(contentsOf: variable.unicodeScalars)
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    private func variable(in text: [Unicode.Scalar], at start: Int) -> (String, end: Int)? {
        guard text[start...].starts(with: ["$", "{"]) else { return nil }
        let name = text[(start + 2)...].prefix { $0 != "}" && $0 != ":" }
        var end = name.endIndex
        var fallback: String?
        if text[end...].starts(with: [":", "-"]) {
            let rest = text[(end + 2)...].prefix { $0 != "}" }
            fallback = Self.string(rest)
            end = rest.endIndex
        }
        guard end < text.count, text[end] == "}" else { return nil }
        return (lookUp(Self.string(name)) ?? fallback ?? "", end + 1)
    }

    private func lookUp(_ name: String) -> String? {
        let key = Array(name.utf8)
        if let value = environment[key] { return value }
        guard let known = values[key] else { return nil }
        return known ?? ""
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
