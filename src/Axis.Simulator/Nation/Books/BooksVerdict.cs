namespace Axis.Simulator.Nation.Books;

/// <summary>What the comparison of both sides' books found.</summary>
/// <param name="Lost">Deliveries of the hub's books that no receiver has, and accepted packages the hub does not know.</param>
/// <param name="Duplicated">Deliveries taken in more than once, and documents that reached one receiver under two deliveries.</param>
/// <param name="Differences">Every difference in words, each with the ids to look for.</param>
internal sealed record BooksVerdict(int Lost, int Duplicated, IReadOnlyList<string> Differences)
{
    public bool Agree => Lost == 0 && Duplicated == 0 && Differences.Count == 0;
}
