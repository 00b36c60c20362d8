extension EcodesignCriterion {
  /// The 78 criteria, in order.
  package static let all: [EcodesignCriterion] = priorities.enumerated().flatMap { topic, priorities in
    priorities.enumerated().map { number, priority in
      EcodesignCriterion(topic: topic + 1, number: number + 1, priority: priority)
    }
  }

  /// The number of topics.
  package static let topicCount = priorities.count

  /// The priorities of the criteria of each topic, in order.
  private static let priorities: [[Priority]] = [
    [.high, .high, .medium, .high, .high, .medium, .low, .medium, .high, .medium],
    [.high, .high, .medium, .high, .high, .medium, .high, .high, .low, .high],
    [.high, .medium, .low, .high, .low, .low, .low],
    [.high, .high, .medium, .medium, .low, .medium, .low, .low, .low, .low, .low, .medium, .high, .medium, .medium],
    [.medium, .medium, .high, .high, .high, .low, .low, .medium],
    [.medium, .medium, .low, .medium, .medium, .low, .low],
    [.medium, .medium, .low, .high],
    [.high, .high, .high, .medium, .medium, .medium, .medium, .low, .medium, .medium],
    [.high, .high, .high, .high, .high, .medium, .high],
  ]
}
