using System.Security.Cryptography;
using System.Text;
using Agency.Adapter.AgencySystem.Rest;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Who is signed in, in memory only: a restart asks for the key again. A session ends eight hours after its last use.</summary>
internal sealed class ClerkSessions(TimeProvider time)
{
    private const string Cookie = "axis-check";
    private const int Most = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private readonly Lock gate = new();
    private readonly Dictionary<string, ClerkSession> open = new(StringComparer.Ordinal);

    /// <summary>The session of a request, or <c>null</c>.</summary>
    public ClerkSession? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } id)
        {
            return null;
        }

        lock (gate)
        {
            EndIdle();
            if (open.GetValueOrDefault(id) is not { } session)
            {
                return null;
            }

            session.UsedAt = time.GetUtcNow();
            return session;
        }
    }

    /// <summary>Signs a caller in and sets the cookie.</summary>
    public void Begin(HttpContext context, Caller caller)
    {
        var session = new ClerkSession(caller) { UsedAt = time.GetUtcNow() };
        lock (gate)
        {
            EndIdle();
            if (open.Count >= Most)
            {
                End(open.Values.MinBy(one => one.UsedAt)!);
            }

            open.Add(session.Id, session);
        }

        context.Response.Cookies.Append(Cookie, session.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = ClerkPaths.Root });
    }

    /// <summary>Signs out.</summary>
    public void End(HttpContext context, ClerkSession session)
    {
        lock (gate)
        {
            End(session);
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = ClerkPaths.Root });
    }

    /// <summary>True when a form was made for this very session.</summary>
    public static bool IsOwn(ClerkSession session, string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(session.Token), Encoding.UTF8.GetBytes(token ?? ""));

    private void EndIdle()
    {
        var since = time.GetUtcNow() - Idle;
        foreach (var session in open.Values.Where(session => session.UsedAt < since).ToArray())
        {
            End(session);
        }
    }

    private void End(ClerkSession session)
    {
        open.Remove(session.Id);
        session.Dispose();
    }
}
