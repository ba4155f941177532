using Agency.Adapter.AgencySystem.Rest.Agencies;
using Agency.Adapter.Served;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Receivers of a form by the directory: a search, and what is ticked of it.</summary>
internal static class FindReceivers
{
    /// <summary>Field with the words to be sought.</summary>
    public const string Field = "find";

    private const int Most = 20;

    /// <summary>Takes over what was ticked and struck out, and searches anew.</summary>
    public static void Update(Draft draft, PostedForm form, AgencyDirectory directory)
    {
        draft.To.RemoveAll(code => form.All("drop").Contains(code, StringComparer.Ordinal));
        foreach (var code in form.All("add").Where(code => !draft.To.Contains(code)))
        {
            draft.To.Add(code);
        }

        var words = form[Field].Trim();
        draft.Found.Clear();
        draft.Found.AddRange(words.Length == 0 ? [] : Search(words, directory).Where(code => !draft.To.Contains(code)).Take(Most));
    }

    /// <summary>An exact code first. Where the directory has nothing, the words themselves may be a code: the door will tell.</summary>
    private static string[] Search(string words, AgencyDirectory directory)
    {
        var found = AgencySearch.Find(directory, words).Where(entry => entry.Active).Select(entry => entry.Code).Take(Most + 1).ToArray();
        return found.Length > 0 || words.Contains(' ', StringComparison.Ordinal) ? found : [words];
    }
}
