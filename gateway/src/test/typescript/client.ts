// What an app does with types generated from the merged document. Compiled by TypeScriptClientIT, never run.
import createClient from "openapi-fetch";
import type { components, paths } from "./api";

type Home = components["schemas"]["Home"];
type Problem = components["schemas"]["Problem"];

const api = createClient<paths>({ baseUrl: "http://127.0.0.1:3000" });

export async function start(email: string, password: string): Promise<Home> {
  const login = await api.POST("/auth/login", { body: { email, password } });
  if (login.error) throw new Error(explain(login.error));
  const authorization = { headers: { Authorization: `Bearer ${login.data.accessToken}` } };
  const home = await api.GET("/home", authorization);
  if (home.error) throw new Error(explain(home.error));
  const partial: string[] = home.data.partial ?? [];
  const trips = await api.GET("/groups", { ...authorization, params: { query: { mine: true, limit: 20 } } });
  const names = trips.data?.items?.map((trip) => trip.name) ?? [];
  console.log(partial.length, names.length, home.data.notifications?.unseenCount);
  return home.data;
}

export async function say(token: string, conversationId: string, content: string): Promise<string | undefined> {
  const { data } = await api.POST("/messages", {
    headers: { Authorization: `Bearer ${token}` },
    body: { conversationId, content },
  });
  return data?.id;
}

function explain(problem: Problem): string {
  return `${problem.code}: ${problem.detail ?? problem.title}`;
}
