internal import PostgresMonitor
internal import Terminal

/// What pgdeck itself costs, the server first: as many words as there is room for.
func costLine(_ cost: Cost, width: Int, glyphs: Glyphs) -> StyledText {
    for isShort in [false, true] {
        let line = costParts(cost, isShort: isShort).enumerated().reduce(into: StyledText("")) { line, part in
            if part.offset > 0 { line += isShort ? "  " : StyledText(" \(glyphs.separator) ", .border) }
            line += StyledText(part.element, .muted)
        }
        if isShort || line.width <= width { return line }
    }
    return ""
}

private func costParts(_ cost: Cost, isShort: Bool) -> [String] {
    var parts = [isShort ? "pgdeck \(cost.queriesPerMinute) q/min" : "pgdeck asks \(cost.queriesPerMinute) queries a minute"]
    // Over a Unix socket nobody counts bytes.
    if let refresh = cost.bytes, let minute = cost.bytesPerMinute {
        let sizes = (byteSize(Int64(refresh.total)), byteSize(Int64(minute.total)))
        parts.append(isShort ? "\(sizes.0), \(sizes.1)/min" : "\(sizes.0) a refresh, \(sizes.1) a minute")
    }
    if let time = cost.serverTimePerSecond { parts.append("server " + tenths(time * 1_000) + " ms/s") }
    if let percent = cost.processorPercent { parts.append("CPU " + tenths(percent) + " %") }
    if let memory = cost.residentMemory { parts.append((isShort ? "" : "memory ") + byteSize(Int64(memory))) }
    return parts
}
