using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Packages;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Signing in with the key of the local system, and out. The key is in no address, cookie or log.</summary>
internal static class SignInEndpoints
{
    private const int LongestForm = 16 * 1024;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ClerkPaths.Root, (HttpContext context, ClerkSessions sessions, ClerkPages show, ShowDrafts drafts) => sessions.Find(context) is { } session
            ? show.ShowAsync<StartPage>(context, new() { [nameof(StartPage.Model)] = drafts.Start(session) })
            : show.ShowAsync<SignInPage>(context, []));
        pages.MapPost(ClerkPaths.SignIn, SignInAsync);
        pages.MapPost(ClerkPaths.SignOut, SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, ClerkSessions sessions, LocalSystems systems, ClerkPages show, ILogger<ClerkSessions> log, CancellationToken cancellation)
    {
        if (context.Request is not { HasFormContentType: true, ContentLength: <= LongestForm })
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(cancellation);
        if (!systems.TryFind(form["key"].ToString(), out var caller))
        {
            RestLog.KeyRefused(log, ClerkPaths.SignIn);
            return await show.ShowAsync<SignInPage>(context, new() { [nameof(SignInPage.Refused)] = true }, StatusCodes.Status403Forbidden);
        }

        sessions.Begin(context, caller);
        return ClerkComponent.GoTo(context, ClerkPaths.Root);
    }

    private static Task<IResult> SignOutAsync(
        HttpContext context, ClerkSessions sessions, FormFolder folder, AdapterOptions options, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            sessions.End(context, session);
            return ClerkComponent.GoTo(context, ClerkPaths.Root);
        }, cancellation);
}
