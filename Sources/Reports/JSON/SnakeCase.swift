/// `transactionIDAge` as JSON and metrics name it: `transaction_id_age`.
func snakeCase(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (index, letter) in letters.enumerated() {
        if letter.isUppercase, index > 0 {
            let endsRun = index + 1 < letters.count && letters[index + 1].isLowercase
            if !letters[index - 1].isUppercase || endsRun, letters[index - 1] != "_" { result += "_" }
        }
        result += letter.lowercased()
    }
    return result
}
