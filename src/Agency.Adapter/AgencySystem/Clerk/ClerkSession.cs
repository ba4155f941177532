using System.Security.Cryptography;
using Agency.Adapter.AgencySystem.Rest;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>A clerk who has shown a key. Whoever works in it holds its gate: a browser may ask twice at once.</summary>
internal sealed class ClerkSession(Caller caller) : IDisposable
{
    private const int MostDrafts = 10;
    private readonly List<Draft> drafts = [];

    /// <summary>Secret of the browser's cookie.</summary>
    public string Id { get; } = Random();

    /// <summary>Secret that every form of this session carries, so that no foreign page can post one.</summary>
    public string Token { get; } = Random();

    /// <summary>Whose key it is.</summary>
    public Caller Caller => caller;

    public DateTimeOffset UsedAt { get; set; }

    /// <summary>Why the last act on an item was not done; shown once.</summary>
    public IReadOnlyList<Finding> Faults { get; set; } = [];

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Draft> Drafts => drafts;

    public Draft? Find(Guid id) => drafts.Find(draft => draft.Id == id);

    /// <summary>Keeps a draft; the oldest goes where there are too many.</summary>
    public void Add(Draft draft)
    {
        drafts.Insert(0, draft);
        while (drafts.Count > MostDrafts)
        {
            drafts[^1].Dispose();
            drafts.RemoveAt(drafts.Count - 1);
        }
    }

    public void Dispose()
    {
        drafts.ForEach(draft => draft.Dispose());
        drafts.Clear();
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
