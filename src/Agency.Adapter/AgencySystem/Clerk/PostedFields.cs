namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Fields that every form of a session carries. Public because Razor pages are.</summary>
public static class PostedFields
{
    /// <summary>The session's token. It stands first, so that nothing is taken in for a foreign page.</summary>
    public const string Token = "token";
}
