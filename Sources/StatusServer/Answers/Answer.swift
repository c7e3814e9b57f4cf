internal import NIOHTTP1
internal import Reports

/// What a request gets back.
struct Answer {
    var status: HTTPResponseStatus
    var type = "text/plain; charset=utf-8"
    var body: String
    var headers: [(name: String, value: String)] = []
    /// Whether no further request is taken on the connection.
    var isLast = false

    static func text(_ status: HTTPResponseStatus, _ words: String) -> Answer { Answer(status: status, body: words + "\n") }

    static func json(_ status: HTTPResponseStatus, _ value: JSONValue) -> Answer {
        Answer(status: status, type: "application/json; charset=utf-8", body: value.line + "\n")
    }
}
