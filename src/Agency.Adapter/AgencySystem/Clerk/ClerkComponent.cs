using Agency.Adapter.AgencySystem.Rest.Packages;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The pages of an agency: where a clerk checks a document before sending it (mission S6), and where its office sees what it has to handle (S8).</summary>
internal static class ClerkComponent
{
    public static IServiceCollection AddClerkPage(this IServiceCollection services)
    {
        services.AddSingleton<ClerkSessions>();
        services.AddSingleton<ClerkPages>();
        services.AddSingleton<ClerkDoor>();
        services.AddSingleton<DraftPackages>();
        services.AddSingleton<ShowDrafts>();
        services.AddSingleton<ShowOffice>();
        return services;
    }

    public static WebApplication MapClerkPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ClerkPaths.Root), branch => branch.UseMiddleware<ClerkDoor>());
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet(ClerkPaths.Style, () => Results.Stream(
            typeof(ClerkComponent).Assembly.GetManifestResourceStream("AgencySystem/Clerk/check.css")!, "text/css; charset=utf-8"));
        SignInEndpoints.Map(pages);
        FormEndpoints.Map(pages);
        ChecklistEndpoints.Map(pages);
        OfficeEndpoints.Map(pages);
        return app;
    }

    /// <summary>The session of a request; without one the browser is sent to sign in.</summary>
    public static async Task<IResult> WithSessionAsync(
        HttpContext context, ClerkSessions sessions, Func<ClerkSession, Task<IResult>> use, CancellationToken cancellation)
    {
        if (sessions.Find(context) is not { } session)
        {
            return Results.Redirect(ClerkPaths.Root);
        }

        await session.Gate.WaitAsync(cancellation);
        try
        {
            return await use(session);
        }
        finally
        {
            session.Gate.Release();
        }
    }

    /// <summary>Goes on with another page, so that a reload sends nothing again.</summary>
    public static IResult GoTo(HttpContext context, string address, string? language = null)
    {
        context.Response.Headers.Location = language is null ? address : $"{address}?lang={language}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The language that a button of a form asks for, or <c>null</c>.</summary>
    public static string? Language(PostedForm form) => form["action"] is "vi" or "en" ? form["action"] : null;

    public static Task<PostedForm> ReadAsync(
        HttpContext context, ClerkSession session, FormFolder folder, AdapterOptions options, CancellationToken cancellation) =>
        PostedForm.ReadAsync(context.Request, session, folder, options.BodyLimit, cancellation);
}
