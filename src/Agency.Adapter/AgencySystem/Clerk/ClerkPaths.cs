namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Addresses of the clerk's page. Public because Razor pages are.</summary>
public static class ClerkPaths
{
    /// <summary>The beginning, and the path of its cookies.</summary>
    public const string Root = "/check";

    /// <summary>The style.</summary>
    public const string Style = "/check/check.css";

    /// <summary>Signing in.</summary>
    public const string SignIn = "/check/sign-in";

    /// <summary>Signing out.</summary>
    public const string SignOut = "/check/sign-out";

    /// <summary>A file of edXML to be checked.</summary>
    public const string Edxml = "/check/edxml";

    /// <summary>A new form.</summary>
    public const string NewForm = "/check/form";

    /// <summary>The office's page.</summary>
    public const string Office = "/check/office";

    /// <summary>Acting on an item.</summary>
    public static string ActOf(Guid item) => $"/check/office/{item:D}";

    /// <summary>A file of a statement.</summary>
    public static string StatementOf(string agency, DateOnly day, int version, string format) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/check/office/statements/{Uri.EscapeDataString(agency)}/{day:yyyy-MM-dd}/{version}.{format}");

    /// <summary>The checklist of a draft.</summary>
    public static string Of(Guid draft) => $"/check/{draft:D}";

    /// <summary>The form of a draft.</summary>
    public static string FormOf(Guid draft) => $"/check/{draft:D}/form";

    /// <summary>Sending a draft.</summary>
    public static string SendOf(Guid draft) => $"/check/{draft:D}/send";
}
