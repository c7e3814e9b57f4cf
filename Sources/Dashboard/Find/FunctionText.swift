internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// A function as it is read: its facts, then its source.
func functionText(_ function: FunctionDescription?, unavailable: PostgresError?) -> ReaderText {
    guard let function else { return ReaderText([StyledText("the function no longer exists", .failed)]) }
    var sheet = FactSheet(width: 100)
    sheet.add("kind", function.kindWords)
    sheet.add("arguments", function.arguments.isEmpty ? "none" : function.arguments, .type)
    if let result = function.result { sheet.add("result", result, .type) }
    sheet.add("language", function.language)
    sheet.add("volatility", function.volatility.words)
    sheet.add("NULL arguments", function.isStrict ? "make it return NULL without being called (strict)" : "are passed to it")
    sheet.add(
        "security", function.isSecurityDefiner ? "definer: runs with the rights of \(function.owner)" : "invoker",
        function.isSecurityDefiner ? .warning : .text)
    sheet.add("parallel", function.parallelSafety.words)
    sheet.add("leakproof", function.isLeakproof ? "yes" : "no")
    sheet.add("cost", number(function.cost) + (function.rows == nil ? "" : " a row"))
    if let rows = function.rows { sheet.add("rows", "~" + number(rows)) }
    if let support = function.supportFunction { sheet.add("support function", support) }
    for (index, setting) in function.settings.enumerated() { sheet.add(index == 0 ? "settings" : "", setting) }
    sheet.add("owner", function.owner)
    if let privileges = function.privileges {
        for (index, item) in privileges.enumerated() { sheet.add(index == 0 ? "privileges" : "", item.words) }
        if privileges.isEmpty { sheet.add("privileges", "none") }
    } else {
        sheet.add("privileges", "the defaults: PUBLIC may execute it, the owner all", .muted)
    }
    if let comment = function.comment { sheet.add("description", comment, .comment) }
    if let aggregate = function.aggregate { sheet.add(aggregate) }
    let source = sourceText(function, unavailable)
    return ReaderText(Array(sheet.lines.dropFirst()) + source, definition: function.definition?.statement)
}

private func sourceText(_ function: FunctionDescription, _ unavailable: PostgresError?) -> [StyledText] {
    if function.aggregate != nil { return [] }
    let heading: [StyledText] = ["", StyledText("Source", .heading)]
    switch function.language {
    case "internal": return heading + [StyledText("  built into the server as ", .muted) + StyledText(outside: function.source, .literal)]
    case "c":
        let library = StyledText("  in ", .muted) + StyledText(outside: function.library ?? "?", .literal)
        return heading + [StyledText("  the symbol ", .muted) + StyledText(outside: function.source, .literal), library]
    default: break
    }
    if !function.source.isEmpty { return heading + ReaderText(outside: function.source).lines }
    if let body = function.definition?.body { return heading + ReaderText(outside: body).lines }
    guard let unavailable else { return heading + [StyledText("  empty", .muted)] }
    let reason = unavailable.isLockTimeout ? "locked by another session" : unavailable.message
    return heading + [StyledText(outside: "  ? " + reason, .failed)]
}

extension FactSheet {
    fileprivate mutating func add(_ aggregate: FunctionDescription.Aggregate) {
        gap()
        heading("Aggregate")
        switch aggregate.kind {
        case .normal: break
        case .orderedSet: add("", "ordered-set")
        case .hypotheticalSet: add("", "hypothetical-set")
        }
        add("transition", aggregate.transitionFunction)
        add("state", aggregate.stateType, .type)
        if let final = aggregate.finalFunction { add("final", final) }
        if let combine = aggregate.combineFunction { add("combine", combine) }
        if let initial = aggregate.initialValue { add("initial value", initial, .literal) }
    }
}

extension FunctionDescription {
    fileprivate var kindWords: String {
        if kind == .function, result == "trigger" { return "trigger function" }
        return kind.title
    }
}

extension FunctionVolatility {
    fileprivate var words: String {
        switch self {
        case .immutable: "immutable: the same result for the same arguments, for ever"
        case .stable: "stable: the same result for the same arguments within a statement"
        case .volatile: "volatile"
        }
    }
}

extension ParallelSafety {
    fileprivate var words: String {
        switch self {
        case .safe: "safe"
        case .restricted: "restricted to the leader"
        case .unsafe: "unsafe"
        }
    }
}

/// Without a fraction where it has none.
private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
}
