/// `transactionIDAge` as JSON and metrics name it: `transaction_id_age`; the `s` of `transactionIDs` belongs to the run before it.
func snakeCase(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (index, letter) in letters.enumerated() {
        if letter.isUppercase, index > 0 {
            let isPlural = letters[(index + 1)...].first == "s" && letters.dropFirst(index + 2).first?.isLowercase != true
            let endsRun = index + 1 < letters.count && letters[index + 1].isLowercase && !isPlural
            if !letters[index - 1].isUppercase || endsRun, letters[index - 1] != "_" { result += "_" }
        }
        result += letter.lowercased()
    }
    return result
}
