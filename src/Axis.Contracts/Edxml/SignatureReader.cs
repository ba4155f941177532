namespace Axis.Contracts.Edxml;

/// <summary>Finds out whether a Signature holds a value; nothing is verified here.</summary>
internal static class SignatureReader
{
    /// <summary>True when the current element has a SignatureValue that is not empty, in any namespace.</summary>
    public static bool HasValue(ElementCursor cursor)
    {
        var found = false;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            if (cursor.LocalName == "SignatureValue")
            {
                found |= cursor.Text().Length > 0;
            }
        }

        return found;
    }
}
